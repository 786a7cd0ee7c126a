using Tmcp.Publisher.Kustomize;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A route uses middlewares that are there.</summary>
internal sealed class RouteMiddlewareRule() : LintRule("route-middleware", "a route through a Middleware that is not there")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
    {
        foreach (var route in rendering.OfKind("IngressRoute"))
        {
            foreach (var (index, rule) in route.Root.Get("spec", "routes").Items().Index())
            {
                foreach (var (number, middleware) in rule.Get("middlewares").Items().Index())
                {
                    var home = middleware.Get("namespace").Text() ?? route.Namespace;
                    var name = middleware.Get("name").Text() ?? "";
                    if (context.Find("Middleware", home, name) is null)
                        yield return Report(route, $"spec.routes[{index}].middlewares[{number}].name", $"There is no Middleware '{name}': the whole route would be off.", "Add it, or correct the name.");
                }
            }
        }
    }
}

/// <summary>A route shows a certificate that is there.</summary>
internal sealed class RouteCertificateRule() : LintRule("route-certificate", "a route with a certificate that nothing makes")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context) => rendering.OfKind("IngressRoute")
        .Select(route => (route, secret: route.Root.Get("spec", "tls", "secretName").Text()))
        .Where(pair => pair.secret is not null && !rendering.Secrets(pair.route.Namespace, pair.secret).Any() && !context.Options.OutsideSecrets.Contains(pair.secret))
        .Select(pair => Report(
            pair.route, "spec.tls.secretName", $"Nothing makes the Secret '{pair.secret}'.", "Make it with an ExternalSecret, or name it as 'tlsSecret' in the settings when a person does."));
}
