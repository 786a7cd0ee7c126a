using System.Net.Http.Headers;

namespace Tmcp.Agent.Bridge;

/// <summary>
/// Puts the caller's token on the requests of one MCP call. Tools take it as an argument, but reading a resource has no arguments;
/// the connection itself is everybody's and carries no identity.
/// </summary>
internal sealed class CallerTokenHandler(CallerTokenScope scope) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && scope.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
