using Microsoft.Extensions.Options;

namespace Tmcp.Gateway.Configuration;

/// <summary>Refuses settings that could not work, with the key and what is expected.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    private static readonly string[] OwnPaths = ["/health", "/alive"];

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = new List<string>();
        for (var index = 0; index < options.Routes.Count; index++)
            failures.AddRange(Check(options.Routes[index]).Select(failure => $"{GatewayOptions.Section}:Routes:{index}:{failure}"));

        foreach (var path in options.Routes.GroupBy(route => route.Path, StringComparer.Ordinal).Where(group => group.Count() > 1))
            failures.Add($"{GatewayOptions.Section}:Routes: the path '{path.Key}' is there {path.Count()} times. Give each route a path of its own.");

        if (options.FirstByteTimeout < TimeSpan.FromSeconds(1) || options.FirstByteTimeout > TimeSpan.FromHours(1))
            failures.Add($"{GatewayOptions.Section}:FirstByteTimeout is {options.FirstByteTimeout}. Set 00:00:01 to 01:00:00.");
        if (options.ConnectTimeout < TimeSpan.FromMilliseconds(100) || options.ConnectTimeout > TimeSpan.FromMinutes(1))
            failures.Add($"{GatewayOptions.Section}:ConnectTimeout is {options.ConnectTimeout}. Set 00:00:00.1 to 00:01:00.");
        if (options.MaxRequestBodyBytes < 1)
            failures.Add($"{GatewayOptions.Section}:MaxRequestBodyBytes is {options.MaxRequestBodyBytes}. Set 1 or more.");

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(GatewayRouteOptions route)
    {
        if (!IsPath(route.Path))
            yield return $"Path is '{route.Path}'. Set '/', or a path such as '/api/agent': letters, digits, '-', '_' and '/', without a slash at the end.";
        else if (OwnPaths.Contains(route.Path, StringComparer.Ordinal))
            yield return $"Path is '{route.Path}', which the gateway answers itself. Choose another one.";

        if (string.IsNullOrWhiteSpace(route.Resource))
            yield return "Resource is empty. Set the name of the resource.";

        if (!string.IsNullOrEmpty(route.Address) && !IsAddress(route.Address))
            yield return "Address is not an absolute http or https address without user, query and fragment. Set one such as 'http://localhost:8090'.";
    }

    private static bool IsPath(string path)
        => path == "/" || (path.StartsWith('/') && path[1..].Split('/').All(
            segment => segment.Length > 0 && segment.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')));

    private static bool IsAddress(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "https+http")
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;
}
