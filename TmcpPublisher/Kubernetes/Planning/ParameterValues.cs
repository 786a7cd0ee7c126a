using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Settings;

namespace Tmcp.Publisher.Kubernetes.Planning;

/// <summary>Values of the parameters that are no secret, in the base and in each environment.</summary>
internal sealed class ParameterValues
{
    private readonly SystemGraph _graph;
    private readonly PublishSettings _settings;

    internal ParameterValues(SystemGraph graph, PublishSettings settings, Problems problems)
    {
        _graph = graph;
        _settings = settings;
        foreach (var parameter in graph.Parameters.Values.Where(parameter => !parameter.IsSecret).OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            var lacking = settings.Environments.Where(entry => Find(parameter.Name, entry.Value) is null).Select(entry => $"'{entry.Key}'").Order(StringComparer.Ordinal).ToList();
            if (lacking.Count > 0)
            {
                problems.Add($"Parameter '{parameter.Name}' has no value in {string.Join(" and ", lacking)}. "
                    + "Write it under 'parameters' of the environment in deploy/settings.json, or give the parameter a default in the AppHost.");
            }
        }
    }

    /// <summary>The value of a parameter; null: only the environments know it.</summary>
    /// <param name="part">Names the parameter and its filter.</param>
    /// <param name="environment">Null: the base.</param>
    internal string? Find(TextPart.Config part, string? environment)
    {
        var value = Find(part.Parameter, environment is null ? null : _settings.Environments[environment]);
        return value is not null && part.UriEncode ? Uri.EscapeDataString(value) : value;
    }

    private string? Find(string name, EnvironmentSettings? environment)
        => environment is not null && environment.Parameters.TryGetValue(name, out var given) ? given : _graph.Parameters[name].Default;
}
