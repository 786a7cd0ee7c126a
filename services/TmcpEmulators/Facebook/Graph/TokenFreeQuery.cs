using Microsoft.AspNetCore.Http.Features;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>
/// Facebook takes tokens in the address, too. Outside of everything else, this takes the query out of the request before anything can write it down:
/// the span that the framework has already begun gets no query either.
/// </summary>
internal sealed class TokenFreeQuery : IStartupFilter
{
    private static readonly object Key = new();

    public static IQueryCollection Of(HttpContext context) => (IQueryCollection)context.Items[Key]!;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            context.Items[Key] = context.Request.Query;
            if (context.Request.QueryString.HasValue)
            {
                context.Request.QueryString = default;
                if (context.Features.Get<IHttpRequestFeature>() is { } request)
                    request.RawTarget = context.Request.Path.Value!;
                context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("url.query", null);
            }

            await following(context);
        });
        next(app);
    };
}
