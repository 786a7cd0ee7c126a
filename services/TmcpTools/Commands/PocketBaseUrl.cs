using System.CommandLine;

namespace Tmcp.Tools.Commands;

/// <summary>The option <c>--url</c>.</summary>
internal static class PocketBaseUrl
{
    internal static Option<string?> Option() => new("--url") { Description = "Address of PocketBase, such as http://pb-service. Default: POCKETBASE_URL." };

    /// <exception cref="ToolException">It is neither given nor set, or no address.</exception>
    internal static Uri Read(ParseResult parsed, Option<string?> option)
    {
        var text = parsed.GetValue(option) ?? EnvironmentVariables.Get("POCKETBASE_URL", "the address of PocketBase; --url gives it as well");
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ToolException($"PocketBase's address cannot be '{text}'. Give one such as http://pb-service.");
    }
}
