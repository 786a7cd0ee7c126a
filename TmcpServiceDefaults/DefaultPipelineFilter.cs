using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Tmcp.ServiceDefaults.Telemetry;
using Tmcp.ServiceDefaults.Tenancy;

namespace Tmcp.ServiceDefaults;

/// <summary>Puts the shared middleware outside everything a service adds itself.</summary>
internal sealed class DefaultPipelineFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // Outermost, so that the span sees the status that the error handler wrote.
        app.UseMiddleware<RequestSpanMiddleware>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<TenantMiddleware>();
        next(app);
    };
}
