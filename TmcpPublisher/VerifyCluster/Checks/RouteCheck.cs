using System.Net;
using System.Text.RegularExpressions;
using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.VerifyCluster.Checks;

/// <summary>Every public path answers.</summary>
internal sealed partial class RouteCheck() : ClusterCheck("routes")
{
    internal override async Task<IReadOnlyList<CheckResult>> RunAsync(VerifyContext context, CancellationToken cancellationToken)
    {
        if (context.Url is not { } url)
            return [Note("public paths", "They were not asked.", "Give --url the address where requests from outside arrive, such as http://192.168.0.10.")];

        var results = new List<CheckResult>();
        foreach (var route in context.Rendering.OfKind("IngressRoute"))
        {
            foreach (var rule in route.Root.Get("spec", "routes").Items())
            {
                var match = rule.Get("match").Text() ?? "";
                if (PathOf().Match(match) is { Success: true } path)
                    results.Add(await AskAsync(context, url, path.Groups["path"].Value + Below(context, route, rule), HostOf().Match(match).Groups["host"].Value, cancellationToken));
            }
        }

        return results;
    }

    private async Task<CheckResult> AskAsync(VerifyContext context, Uri url, string path, string host, CancellationToken cancellationToken)
    {
        var subject = host.Length > 0 ? $"{path} of {host}" : path;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, path));
        if (host.Length > 0)
            request.Headers.Host = host;
        try
        {
            using var response = await context.Http.SendAsync(request, cancellationToken);
            var status = $"It answers {(int)response.StatusCode}";
            return response.StatusCode switch
            {
                // Who is asked for a sign-in has arrived.
                < HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Pass(subject, $"{status}."),
                HttpStatusCode.NotFound => Fail(subject, $"{status}.", "Traefik may not know the route: look at the IngressRoute, its middlewares and --url."),
                HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => Fail(subject, $"{status}: no pod behind it is ready, or a policy stops the ingress controller.", "See the workload above."),
                _ => Fail(subject, $"{status}.", "Read the log of the workload."),
            };
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Fail(subject, $"It cannot be asked: {fault.Message.TrimEnd('.')}.", "Check --url, and that Traefik listens there.");
        }
    }

    // Behind a prefix that is stripped a program is asked what its readiness probe asks.
    private static string Below(VerifyContext context, KubeObject route, System.Text.Json.Nodes.JsonNode? rule)
    {
        var strips = rule.Get("middlewares").Items()
            .Any(middleware => context.Rendering.Find("Middleware", route.Namespace, middleware.Get("name").Text() ?? "")?.Root.Get("spec", "stripPrefix") is not null);
        var service = rule.Get("services").Items().FirstOrDefault().Get("name").Text() ?? "";
        var probe = context.Tree.FindService(context.Rendering, route.Namespace, service)?.Workloads.SelectMany(workload => workload.Containers)
            .Select(container => container.Root.Get("readinessProbe", "httpGet", "path").Text()).FirstOrDefault();
        return strips ? probe ?? "/" : "";
    }

    // Host(`staging.example.org`) && (Path(`/pb`) || PathPrefix(`/pb/`))
    [GeneratedRegex(@"Path(Prefix)?\(`(?<path>/[^`]{0,200})`\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathOf();

    [GeneratedRegex(@"Host\(`(?<host>[^`]{1,253})`\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostOf();
}
