namespace Tmcp.Agent.Tests.Doubles;

/// <summary>How long tests wait for what must happen; only a failing test ever waits that long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
}
