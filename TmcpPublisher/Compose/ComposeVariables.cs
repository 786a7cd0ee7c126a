using System.Text;
using Tmcp.Publisher.Graph;

namespace Tmcp.Publisher.Compose;

/// <summary>The variables that the file <c>.env</c> of a server gives: secrets and settings. No value of a secret is ever written.</summary>
internal sealed class ComposeVariables(SystemGraph graph)
{
    private readonly SortedDictionary<string, string> _lines = new(StringComparer.Ordinal);

    /// <summary>A value with references to the variables that it is made of, and with every other dollar doubled.</summary>
    internal string Text(TextTemplate value) => string.Concat(value.Parts.Select(part => part switch
    {
        TextPart.Literal literal => Escape(literal.Text),
        TextPart.Config config => Reference(config.Parameter, config.UriEncode),
        TextPart.Secret secret => Reference(secret.Parameter, secret.UriEncode),
        _ => throw new InvalidOperationException($"'{part}' is of no known kind."),
    }));

    /// <summary>A variable of ours with a default.</summary>
    internal string Reference(string variable, string otherwise, string description)
    {
        _lines[variable] = $"# {description}\n#{variable}={otherwise}\n";
        return $"${{{variable}:-{otherwise}}}";
    }

    /// <summary>The file <c>.env.example</c>.</summary>
    internal string Example()
    {
        var text = new StringBuilder("# Copy to .env, fill in, and keep it out of Git.\n");
        foreach (var line in _lines.Values)
            text.Append('\n').Append(line);
        return text.ToString();
    }

    private string Reference(string name, bool uriEncode)
    {
        var parameter = graph.Parameters[name];
        var variable = name.ToUpperInvariant().Replace('-', '_') + (uriEncode ? "_URI_ENCODED" : "");
        var encoded = uriEncode ? ", percent-encoded" : "";
        if (parameter is { IsSecret: false, Default: { } given } && (uriEncode ? Uri.EscapeDataString(given) : given) is var otherwise && IsSimple(otherwise))
            return Reference(variable, otherwise, $"Parameter '{name}'{encoded}.");

        _lines[variable] = $"# {Describe(parameter)}{encoded}.\n{variable}=\n";
        return parameter.IsOptional ? $"${{{variable}:-}}" : $"${{{variable}:?Set {variable} in .env}}";
    }

    private static string Describe(Parameter parameter) =>
        $"{(parameter.IsSecret ? "Secret" : "Parameter")} '{parameter.Name}'" +
        (parameter.IsOptional ? ", optional" : "") +
        (parameter.Generate is { } rules ? $": a random value of at least {rules.MinLength} characters{(rules.Special ? "" : ", letters and digits only")}" : "") +
        (parameter.Default is null ? "" : ": as in the AppHost");

    // In ${X:-text} some characters have a meaning and none can be escaped.
    private static bool IsSimple(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or ':' or '/' or '@' or '%' or ',' or '+');

    internal static string Escape(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
