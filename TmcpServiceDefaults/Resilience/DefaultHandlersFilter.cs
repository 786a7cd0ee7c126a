using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Tmcp.ServiceDefaults.Discovery;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.ServiceDefaults.Resilience;

/// <summary>Puts tenant, resilience and discovery around every client's own handlers; a filter, because it knows the client's name.</summary>
internal sealed class DefaultHandlersFilter(IServiceProvider services, IOptionsMonitor<HttpResilienceOptions> options, TimeProvider clock)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        var name = builder.Name ?? Options.DefaultName;
        builder.AdditionalHandlers.Insert(0, new TenantHandler(services.GetRequiredService<TenantAccessor>()));
        builder.AdditionalHandlers.Insert(1, new ResilienceHandler(name, options.Get(name), clock));
        // Innermost: each attempt resolves again.
        builder.AdditionalHandlers.Add(new ServiceDiscoveryHandler(services.GetRequiredService<ServiceAddresses>()));
    };
}
