using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Notifications;

/// <summary>Posts and edits messages, keeps to Discord's pace, and never lets its address out.</summary>
internal sealed class DiscordClient(IHttpClientFactory clients, IOptions<DiscordOptions> options, AiOpsTelemetry telemetry, TimeProvider clock)
{
    public const string HttpClientName = "discord";

    private const int MaxAnswer = 256 * 1024;

    private long _openAt; // UTC ticks until which Discord wants quiet

    public bool HasAddress => options.Value.WebhookUrl is not null;

    /// <summary>Posts a message and returns its id.</summary>
    /// <exception cref="DiscordException">It was not posted, or nobody knows.</exception>
    public async Task<string?> PostAsync(DiscordMessage message, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Post, "", "wait=true", message, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(answer, DiscordJson.Default.PostedMessage)?.Id;
        }
        catch (JsonException)
        {
            return null; // Posted, but never to be edited: some proxies answer 2xx with a page.
        }
    }

    /// <summary>Replaces a message; false when it is no longer there.</summary>
    /// <exception cref="DiscordException">It was not replaced, or nobody knows.</exception>
    public async Task<bool> EditAsync(string messageId, DiscordMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(HttpMethod.Patch, $"/messages/{Uri.EscapeDataString(messageId)}", "", message, cancellationToken);
            return true;
        }
        catch (DiscordException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task<byte[]> SendAsync(HttpMethod method, string path, string query, DiscordMessage message, CancellationToken cancellationToken)
    {
        ObeyPause();
        using var step = telemetry.StartStep($"discord {method.Method.ToLowerInvariant()}", ActivityKind.Client);
        step.Tag("server.address", options.Value.WebhookUrl!.Host);
        step.Tag("http.request.method", method.Method);
        using var limit = new CancellationTokenSource(options.Value.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, Address(path, query))
            {
                Content = JsonBytes.Content(message, DiscordJson.Default.DiscordMessage),
            };
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            step.Tag("http.response.status_code", (int)response.StatusCode);
            var body = await ReadAsync(response, either.Token);
            NotePace(response);
            if (!response.IsSuccessStatusCode)
                throw Refused(response, body);
            step.Succeed();
            return body;
        }
        catch (DiscordException exception)
        {
            step.Fail(exception.Status?.ToString() ?? "refused");
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            step.Fail("timeout");
            throw new DiscordException($"Discord gave no answer within {options.Value.Patience.TotalSeconds:0.#} s.", null, Delivery.Unknown, canWait: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Not connected: certainly not delivered. Connected and broken off: nobody knows.
            var unsent = exception is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
            };
            step.Fail("connection");
            throw new DiscordException(
                unsent ? "Discord cannot be reached. Check the network." : "The connection to Discord broke off.", null,
                unsent ? Delivery.No : Delivery.Unknown, canWait: true);
        }
    }

    private Uri Address(string path, string query)
    {
        // https://discord.com/api/webhooks/<id>/<token>, perhaps with ?thread_id=…
        var webhook = new UriBuilder(options.Value.WebhookUrl!);
        webhook.Path = webhook.Path.TrimEnd('/') + path;
        var own = webhook.Query.TrimStart('?');
        webhook.Query = own.Length == 0 || query.Length == 0 ? own + query : $"{own}&{query}";
        return webhook.Uri;
    }

    private void ObeyPause()
    {
        var left = new TimeSpan(Math.Max(0, Interlocked.Read(ref _openAt) - clock.GetUtcNow().Ticks));
        if (left > TimeSpan.Zero)
            throw new DiscordException("Discord asked for a pause.", HttpStatusCode.TooManyRequests, Delivery.No, canWait: true, left);
    }

    // "X-RateLimit-Remaining: 0" with "X-RateLimit-Reset-After: 1.2": the next request would be refused.
    private void NotePace(HttpResponseMessage response)
    {
        if (Header(response, "X-RateLimit-Remaining") == "0"
            && double.TryParse(Header(response, "X-RateLimit-Reset-After"), CultureInfo.InvariantCulture, out var seconds))
            Pause(Seconds(seconds));
    }

    private DiscordException Refused(HttpResponseMessage response, byte[] body)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.TooManyRequests)
        {
            var pause = RetryAfter(response, body);
            Pause(pause);
            return new DiscordException("Discord answered 429 (too many messages).", status, Delivery.No, canWait: true, pause);
        }

        if ((int)status >= 500 || status == HttpStatusCode.RequestTimeout)
            return new DiscordException($"Discord answered {(int)status}.", status, Delivery.No, canWait: true, response.Headers.RetryAfter?.Delta);
        var hint = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? "The webhook is gone or wrong: make a new one and set DISCORD_WEBHOOK_URL."
            : "It does not take the message as it is.";
        return new DiscordException($"Discord answered {(int)status}. {hint}", status, Delivery.No, canWait: false);
    }

    private TimeSpan RetryAfter(HttpResponseMessage response, byte[] body)
    {
        // The body has fractions of a second, the header whole ones or a date.
        try
        {
            if (JsonSerializer.Deserialize(body, DiscordJson.Default.RateLimited) is { RetryAfter: > 0 } limited)
                return Seconds(limited.RetryAfter);
        }
        catch (JsonException)
        {
            // A proxy in between answered; the header counts.
        }

        var header = response.Headers.RetryAfter;
        return Seconds((header?.Delta ?? header?.Date - clock.GetUtcNow() ?? TimeSpan.FromSeconds(1)).TotalSeconds);
    }

    private TimeSpan Seconds(double seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(double.IsFinite(seconds) ? seconds : 1, 0.05, options.Value.LongestPause.TotalSeconds));

    private void Pause(TimeSpan pause)
    {
        var until = (clock.GetUtcNow() + pause).Ticks;
        if (until > Interlocked.Read(ref _openAt))
            Interlocked.Exchange(ref _openAt, until);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await BoundedRead.ToArrayAsync(stream, MaxAnswer, cancellationToken);
    }
}
