namespace Tmcp.Agent.Team;

internal static class TeamExtensions
{
    public static IServiceCollection AddTeam(this IServiceCollection services) => services
        .AddSingleton<Supervisor>()
        .AddSingleton<ToolRunner>()
        .AddSingleton<MemberTurn>()
        .AddSingleton<ChatTeam>();
}
