namespace Tmcp.ServiceDefaults.Tenancy;

/// <summary>Passes the tenant on to the services that this one calls.</summary>
internal sealed class TenantHandler(TenantAccessor tenants) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (tenants.Current is { } tenant && !request.Headers.Contains(TenantAccessor.HeaderName))
            request.Headers.Add(TenantAccessor.HeaderName, tenant);
        return base.SendAsync(request, cancellationToken);
    }
}
