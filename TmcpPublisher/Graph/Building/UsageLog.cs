using Tmcp.Publisher.Expressions;
using Tmcp.Publisher.Input;
using Tmcp.Publisher.Manifest;

namespace Tmcp.Publisher.Graph.Building;

/// <summary>What the values of all programs use: parameters and each other.</summary>
internal sealed class UsageLog(AspireManifest manifest, OutsideAddresses outside, ProblemList problems)
{
    private readonly SortedDictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Parameter> _buildParameters = new(StringComparer.Ordinal);
    private readonly HashSet<Edge> _edges = [];
    private readonly HashSet<string> _optional = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, (string Owner, ManifestInput Input)>> _inputs = new(() => InputsOf(manifest));

    internal IReadOnlyList<string> Warnings => _warnings;

    private readonly List<string> _warnings = [];

    internal IReadOnlyDictionary<string, Parameter> Parameters => _parameters.ToDictionary(
        entry => entry.Key, entry => entry.Value with { IsOptional = _optional.Contains(entry.Key) }, StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, Parameter> BuildParameters => _buildParameters;

    internal IReadOnlyList<Edge> Edges => _edges
        .OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal).ThenBy(edge => edge.Port, StringComparer.Ordinal)
        .ToArray();

    /// <summary>Turns a value of a workload into its parts, and remembers what it uses.</summary>
    internal TextTemplate Use(string workload, ResolvedText text, string path)
    {
        foreach (var address in text.Parts.OfType<ResolvedPart.Address>())
            AddEdge(workload, address.Resource, address.Port);
        var plain = string.Concat(text.Parts.Select(part => part switch
        {
            ResolvedPart.Literal literal => literal.Text,
            ResolvedPart.Address address => address.Text,
            _ => "\0",
        }));
        foreach (var (resource, port) in outside.In(plain))
            AddEdge(workload, resource, port);
        return Template(text, path, _parameters);
    }

    /// <summary>Turns a value of a build into its parts. A build calls nobody.</summary>
    internal TextTemplate UseInBuild(ResolvedText text, string path) => Template(text, path, _buildParameters);

    internal void AddEdge(string from, string to, string port)
    {
        if (from != to)
            _edges.Add(new Edge(from, to, port));
    }

    internal void MakeOptional(string parameter) => _optional.Add(parameter);

    private TextTemplate Template(ResolvedText text, string path, SortedDictionary<string, Parameter> parameters)
    {
        var parts = new List<TextPart>();
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case ResolvedPart.Input input:
                    parts.Add(Use(input, parameters));
                    break;
                case ResolvedPart.NoTls noTls:
                    problems.Add(path, $"'{noTls.Expression}' stands inside of longer text, and in the cluster nothing serves https. Refer to the http binding.");
                    break;
                default:
                    var literal = part is ResolvedPart.Literal plain ? plain.Text : ((ResolvedPart.Address)part).Text;
                    if (parts is [.., TextPart.Literal last])
                        parts[^1] = new TextPart.Literal(last.Text + literal);
                    else if (literal.Length > 0)
                        parts.Add(new TextPart.Literal(literal));
                    break;
            }
        }

        return new TextTemplate(parts);
    }

    private TextPart Use(ResolvedPart.Input part, SortedDictionary<string, Parameter> parameters)
    {
        if (!parameters.ContainsKey(part.Parameter))
        {
            var (owner, input) = _inputs.Value[part.Parameter];
            if (input is { IsSecret: true, Default: not null })
                _warnings.Add($"$.resources.{owner}: the secret has a default value in the manifest, which is not used. Keep it in the secret store only.");
            parameters.Add(part.Parameter, new Parameter(
                part.Parameter, input.IsSecret, IsOptional: false, input.IsSecret ? null : input.Default, input.IsSecret ? input.Generate : null));
        }

        return part.IsSecret ? new TextPart.Secret(part.Parameter, part.UriEncode) : new TextPart.Config(part.Parameter, part.UriEncode);
    }

    private static Dictionary<string, (string Owner, ManifestInput Input)> InputsOf(AspireManifest manifest)
    {
        var inputs = new Dictionary<string, (string, ManifestInput)>(StringComparer.Ordinal);
        foreach (var resource in manifest.Resources)
        {
            foreach (var (name, input) in resource.Inputs)
            {
                if (!inputs.TryAdd(InputName.Of(resource.Name, name), (resource.Name, input)))
                    throw new PublishException($"{resource.Path}.inputs.{name}: another input is called '{InputName.Of(resource.Name, name)}' already. Rename one.");
            }
        }

        return inputs;
    }
}
