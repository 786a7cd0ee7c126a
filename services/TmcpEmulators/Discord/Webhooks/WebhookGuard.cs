using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using TmcpEmulators.Discord.Faults;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>What comes before every request to a webhook: faults that a test asked for, existence, token, rate limit.</summary>
internal sealed class WebhookGuard(DiscordSettings settings, RateLimiter limiter, FaultPlan faults) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var id = (string)http.GetRouteValue("id")!;
        if (await faults.ApplyAsync(http.RequestAborted) is { } fault)
            return fault;
        if (settings.WebhookToken is { } token)
        {
            if (id != settings.WebhookId)
                return Answer(ApiError.UnknownWebhook, StatusCodes.Status404NotFound);
            if (!CryptographicOperations.FixedTimeEquals(Hash(TokenFreePath.Of(http)), Hash(token)))
                return Answer(ApiError.InvalidToken, StatusCodes.Status401Unauthorized);
        }
        else if (!id.All(char.IsAsciiDigit))
        {
            return Answer(ApiError.UnknownWebhook, StatusCodes.Status404NotFound);
        }

        var state = limiter.Take(id);
        WriteHeaders(http.Response, id, state);
        return state.IsAllowed ? await next(context) : TooMany(http.Response, state.ResetsAfter);
    }

    public static IResult Answer(ApiError error, int status) => Json(error, DiscordJson.Wire.ApiError, status);

    public static IResult TooMany(HttpResponse response, TimeSpan after)
    {
        var seconds = Math.Round(Math.Max(after.TotalSeconds, 0.001), 3);
        response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Scope"] = "user";
        return Json(new RateLimited("You are being rate limited.", seconds, Global: false), DiscordJson.Wire.RateLimited, StatusCodes.Status429TooManyRequests);
    }

    private static ContentHttpResult Json<T>(T body, JsonTypeInfo<T> type, int status) =>
        TypedResults.Text(JsonSerializer.Serialize(body, type), "application/json", Encoding.UTF8, status);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static void WriteHeaders(HttpResponse response, string id, RateState state)
    {
        response.Headers["X-RateLimit-Limit"] = state.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = (state.Resets.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset-After"] = state.ResetsAfter.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(Hash($"webhook {id}"))[..32];
    }
}
