namespace Tmcp.ServiceDefaults.Discovery;

/// <summary>Resolves the service name in each outgoing request, so that a service that moved is found at its new address.</summary>
internal sealed class ServiceDiscoveryHandler(ServiceAddresses addresses) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsAbsoluteUri: true } address)
            request.RequestUri = addresses.Resolve(address);
        return base.SendAsync(request, cancellationToken);
    }
}
