using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Expressions;

/// <summary>
/// Follows expressions to what they are made of, through connection strings and values. What cannot be followed becomes a problem with
/// the JSON path of the text that says it.
/// </summary>
/// <param name="endpoints">By resource, the endpoints of everything that gets a workload.</param>
internal sealed class TextResolver(
    AspireManifest manifest,
    IReadOnlyDictionary<string, IReadOnlyList<Endpoint>> endpoints,
    ProblemList problems)
{
    // Deeper and longer than any real value; a manifest may not blow up the process.
    private const int DeepestNesting = 200;
    private const int LongestValue = 1_000_000;

    private static readonly string[] EndpointProperties = ["url", "host", "port", "targetPort", "scheme", "tlsEnabled"];

    private readonly Dictionary<string, ResolvedText> _known = new(StringComparer.Ordinal);
    private readonly List<string> _visiting = [];

    internal ResolvedText Resolve(ManifestText text)
    {
        var parts = new List<ResolvedPart>();
        var length = 0;
        foreach (var segment in TextSplitter.Split(text.Value))
        {
            var found = segment switch
            {
                TextSegment.Literal literal => [new ResolvedPart.Literal(literal.Text)],
                TextSegment.Group group => Follow(group, text.Path),
                _ => throw new InvalidOperationException($"'{segment}' is of no known kind."),
            };
            parts.AddRange(found);
            length += found.Sum(part => part is ResolvedPart.Literal literal ? literal.Text.Length : 1);
            if (length > LongestValue)
            {
                problems.Add(text.Path, $"grows beyond {LongestValue:N0} characters when its expressions are followed. Shorten it.");
                return ResolvedText.Empty;
            }
        }

        return new ResolvedText(parts);
    }

    private IReadOnlyList<ResolvedPart> Follow(TextSegment.Group group, string path)
    {
        if (manifest.Find(group.Resource) is not { } resource)
            return Unknown(group, path);

        return (resource.Kind, group.Members) switch
        {
            (ResourceKind.Skipped, _) => Refuse(
                path,
                $"'{group.Text}' needs '{resource.Name}' of the type '{resource.Type}', which no cluster has. Take a parameter, or a container that does the same."),
            (ResourceKind.Executable, _) => Refuse(
                path,
                $"'{group.Text}' needs '{resource.Name}', which is a process of a developer's machine. Describe it as a container when publishing."),
            (_, ["bindings", var binding, var property]) => FollowBinding(resource, binding, property, group, path),
            (_, ["connectionString"]) when resource.ConnectionString is { } text => FollowNested(resource.Name, "connectionString", text),
            (_, ["value"]) when resource.Value is { } text => FollowNested(resource.Name, "value", text, resource.Kind is ResourceKind.EncodedText),
            (_, ["inputs", var input]) => FollowInput(resource, input, group, path),
            (_, ["containerPort"]) when endpoints.TryGetValue(resource.Name, out var ports) && ports.Count > 0 => [new ResolvedPart.Literal($"{ports[0].ContainerPort}")],
            _ => Refuse(path, $"'{group.Text}': '{resource.Name}' ({resource.Type}) has no '{string.Join('.', group.Members)}'. {Members(resource)}"),
        };
    }

    private IReadOnlyList<ResolvedPart> FollowNested(string resource, string member, ManifestText text, bool encode = false)
    {
        var place = $"{resource}.{member}";
        if (_known.TryGetValue(place, out var known))
            return known.Parts;

        if (_visiting.Contains(place, StringComparer.Ordinal))
            return Refuse(text.Path, $"needs itself: {string.Join(" → ", _visiting.SkipWhile(other => other != place).Append(place))}. Break the circle.");
        if (_visiting.Count >= DeepestNesting)
            return Refuse(text.Path, $"is nested deeper than {DeepestNesting} values. Write one of them out.");

        _visiting.Add(place);
        var resolved = Resolve(text);
        _visiting.RemoveAt(_visiting.Count - 1);
        return (_known[place] = encode ? Encode(resolved, text.Path) : resolved).Parts;
    }

    private ResolvedText Encode(ResolvedText text, string path) => new(text.Parts.Select(part => part switch
    {
        ResolvedPart.Literal literal => new ResolvedPart.Literal(Uri.EscapeDataString(literal.Text)),
        ResolvedPart.Address address => address with { Text = Uri.EscapeDataString(address.Text) },
        ResolvedPart.Input { UriEncode: true } => Twice(part, path),
        ResolvedPart.Input input => input with { UriEncode = true },
        _ => part,
    }).ToArray());

    private ResolvedPart Twice(ResolvedPart part, string path)
    {
        problems.Add(path, "is percent-encoded twice. Encode it once.");
        return part;
    }

    private IReadOnlyList<ResolvedPart> FollowBinding(ManifestResource resource, string name, string property, TextSegment.Group group, string path)
    {
        if (resource.FindBinding(name) is null)
            return Refuse(path, $"'{group.Text}': '{resource.Name}' has no binding '{name}'. {Suggestion.Sentence(name, resource.Bindings.Select(binding => binding.Name))}");
        if (!EndpointProperties.Contains(property, StringComparer.Ordinal))
            return Refuse(path, $"'{group.Text}': a binding has no '{property}'. {Suggestion.Sentence(property, EndpointProperties)}");
        if (endpoints.GetValueOrDefault(resource.Name)?.FirstOrDefault(endpoint => endpoint.Binding == name) is not { } found)
            return Refuse(path, $"'{group.Text}': '{resource.Name}' runs nowhere, it is only built. Refer to a resource that runs.");
        if (property == "targetPort" && found.IsServed)
            return [new ResolvedPart.Literal($"{found.ContainerPort}")];
        if (found.Host is null)
            return Refuse(path, $"'{group.Text}': '{resource.Name}' has no Service because of its mode, so nothing can call it. Make its mode 'stateless' or 'single-writer'.");
        if (property == "host")
            return [new ResolvedPart.Address(resource.Name, found.Port, found.Host)];
        if (!found.IsServed)
            return [new ResolvedPart.NoTls(group.Text)];

        return property switch
        {
            "url" => [new ResolvedPart.Address(resource.Name, found.Port, found.Url)],
            "port" => [new ResolvedPart.Address(resource.Name, found.Port, $"{found.ServicePort}")],
            "scheme" => [new ResolvedPart.Literal(found.Scheme)],
            _ => [new ResolvedPart.Literal(found.Scheme == "https" ? "true" : "false")],
        };
    }

    private IReadOnlyList<ResolvedPart> FollowInput(ManifestResource resource, string name, TextSegment.Group group, string path)
    {
        if (!resource.Inputs.TryGetValue(name, out var input))
            return Refuse(path, $"'{group.Text}': '{resource.Name}' has no input '{name}'. {Suggestion.Sentence(name, resource.Inputs.Keys)}");

        return [new ResolvedPart.Input(InputName.Of(resource.Name, name), input.IsSecret, UriEncode: false)];
    }

    /// <summary>Text that happens to look like an expression stays as it is; a typing error in an expression must not become text.</summary>
    private IReadOnlyList<ResolvedPart> Unknown(TextSegment.Group group, string path)
    {
        var isUnmistakable = group.Members switch
        {
            ["bindings", _, var property] => EndpointProperties.Contains(property, StringComparer.Ordinal),
            ["connectionString"] or ["inputs", _] => true,
            ["value"] => Suggestion.Nearest(group.Resource, manifest.Names) is not null,
            _ => false,
        };
        return isUnmistakable
            ? Refuse(path, $"'{group.Text}': there is no resource '{group.Resource}'. {Suggestion.Sentence(group.Resource, manifest.Names)}")
            : [new ResolvedPart.Literal(group.Text)];
    }

    private static string Members(ManifestResource resource)
    {
        var members = resource.Bindings.Select(binding => $"bindings.{binding.Name}.url").ToList();
        if (resource.ConnectionString is not null)
            members.Add("connectionString");
        if (resource.Value is not null)
            members.Add("value");
        return members.Count == 0 ? "Nothing of it can be referred to." : $"It has {string.Join(", ", members)}.";
    }

    private IReadOnlyList<ResolvedPart> Refuse(string path, string what)
    {
        problems.Add(path, what);
        return [];
    }
}
