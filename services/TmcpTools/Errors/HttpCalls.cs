using System.Net;

namespace Tmcp.Tools;

/// <summary>HTTP with errors that a person can act on. Query strings may hold tokens and are never shown.</summary>
internal static class HttpCalls
{
    /// <summary>Set on a request whose answer could repeat a secret that was sent: errors then show the status only.</summary>
    internal static readonly HttpRequestOptionsKey<bool> IsPrivate = new("private");

    private const int ShownBody = 300;

    /// <summary>Sends a request and returns a successful answer.</summary>
    /// <param name="client">Sends it.</param>
    /// <param name="request">Disposed by the caller.</param>
    /// <param name="purpose">What the call is for, as the start of the error: <c>The backup could not be made</c>.</param>
    /// <param name="remedy">What to do when it fails, as a sentence.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="accepted">Further status codes that are an answer and no failure.</param>
    /// <exception cref="ToolException">There was no answer, or it was another status.</exception>
    internal static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client,
        HttpRequestMessage request,
        string purpose,
        string remedy,
        CancellationToken cancellationToken,
        params HttpStatusCode[] accepted)
    {
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception reason) when (reason is HttpRequestException or IOException || (reason is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ToolException($"{purpose}: {Name(client, request)} got no answer ({reason.GetBaseException().Message}). {remedy}", reason);
        }

        if (response.IsSuccessStatusCode || accepted.Contains(response.StatusCode))
            return response;

        using (response)
        {
            var body = request.Options.TryGetValue(IsPrivate, out var isPrivate) && isPrivate ? "" : await response.Content.ReadAsStringAsync(cancellationToken);
            var shown = body.Length > ShownBody ? $"{body[..ShownBody]}…" : body;
            throw new ToolException($"{purpose}: {Name(client, request)} answered {(int)response.StatusCode}{Describe(shown)}. {remedy}");
        }
    }

    private static string Describe(string body) => body.Trim() is { Length: > 0 } text ? $" ({text.ReplaceLineEndings(" ").TrimEnd('.')})" : "";

    private static string Name(HttpClient client, HttpRequestMessage request)
    {
        var address = request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(client.BaseAddress!, request.RequestUri);
        return $"{request.Method} {address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}";
    }
}
