using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Tmcp.ServiceDefaults.Tenancy;

/// <summary>Reads <c>X-Tenant</c>, answers with it, and puts it on the span and on every log line of the request.</summary>
internal sealed partial class TenantMiddleware(
    RequestDelegate next, TenantAccessor tenants, IProblemDetailsService problems, ILogger<TenantMiddleware> logger)
{
    private const string TagName = "tenant.id";

    public async Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers[TenantAccessor.HeaderName];
        if (header.Count == 0)
        {
            await next(context);
            return;
        }

        var tenant = header.ToString();
        if (!Name().IsMatch(tenant))
        {
            await RefuseAsync(context);
            return;
        }

        tenants.Current = tenant;
        context.Response.Headers[TenantAccessor.HeaderName] = tenant;
        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag(TagName, tenant);
        using (logger.BeginScope(new KeyValuePair<string, object>[] { new(TagName, tenant) }))
            await next(context);
    }

    private async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "The tenant name is not valid.",
                Detail = $"Header {TenantAccessor.HeaderName} must be 1 to 64 letters, digits, dots, hyphens or underscores. Correct it or leave it out.",
            },
        });
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
