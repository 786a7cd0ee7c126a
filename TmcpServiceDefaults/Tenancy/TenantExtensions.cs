using Microsoft.Extensions.DependencyInjection;

namespace Tmcp.ServiceDefaults.Tenancy;

internal static class TenantExtensions
{
    internal static void AddTenancy(this IServiceCollection services) => services.AddSingleton<TenantAccessor>();
}
