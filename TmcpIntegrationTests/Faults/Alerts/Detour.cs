using Microsoft.AspNetCore.Http;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests.Alerts;

/// <summary>Stands between the AIOps agent and a backing, passes everything on, and answers by itself while a test says so.</summary>
internal sealed class Detour : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Func<Uri> _target;
    private LocalServer _server = null!;
    private volatile RequestDelegate? _instead;
    private int _answered;

    private Detour(Func<Uri> target) => _target = target;

    public Uri Address => _server.Address;

    /// <summary>Requests that were not passed on since <see cref="AnswerWith"/>.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <param name="target">Asked at each request; throws <see cref="InvalidOperationException"/> while the backing has no address yet.</param>
    public static async Task<Detour> StartAsync(Func<Uri> target)
    {
        var detour = new Detour(target);
        detour._server = await LocalServer.AnswerAsync(detour.AnswerAsync);
        return detour;
    }

    /// <summary>From now on <paramref name="instead"/> answers; null passes everything on again.</summary>
    public void AnswerWith(RequestDelegate? instead)
    {
        Interlocked.Exchange(ref _answered, 0);
        _instead = instead;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (_instead is { } instead)
        {
            Interlocked.Increment(ref _answered);
            await instead(context);
            return;
        }

        try
        {
            await PassOnAsync(context);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or IOException or OperationCanceledException)
        {
            context.Abort(); // As a backing that is away does it.
        }
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_target(), LocalServer.RawTarget(context)));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
