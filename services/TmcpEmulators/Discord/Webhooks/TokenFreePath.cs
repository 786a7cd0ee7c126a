using Microsoft.AspNetCore.Http.Features;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>
/// The token is a part of the path. Outside of everything else, this takes it out before anything can write the path down: the request
/// goes on with <c>-</c> in its place, and the span that the framework has already begun gets the same.
/// </summary>
internal sealed class TokenFreePath : IStartupFilter
{
    private static readonly object Key = new();

    public static string Of(HttpContext context) => (string)context.Items[Key]!;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            // /api[/v10]/webhooks/{id}/{token}[/…]
            var parts = (context.Request.Path.Value ?? "").Split('/');
            var webhooks = Array.FindIndex(parts, part => part.Equals("webhooks", StringComparison.OrdinalIgnoreCase));
            context.Items[Key] = "";
            if (webhooks >= 0 && parts.Length > webhooks + 2)
            {
                context.Items[Key] = parts[webhooks + 2];
                parts[webhooks + 2] = "-";
                context.Request.Path = string.Join('/', parts);
                if (context.Features.Get<IHttpRequestFeature>() is { } request)
                    request.RawTarget = context.Request.Path.Value!;
                context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.path", context.Request.Path.Value);
            }

            await following(context);
        });
        next(app);
    };
}
