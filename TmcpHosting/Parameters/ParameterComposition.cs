using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Parameters;

/// <summary>Where the value of a parameter comes from.</summary>
internal static class ParameterComposition
{
    /// <summary>Adds a parameter with its first snapshot, which never holds the value.</summary>
    public static IResourceBuilder<T> Add<T>(IDistributedApplicationBuilder builder, T parameter)
        where T : ParameterResource => builder.AddResource(parameter).WithInitialState(new CustomResourceSnapshot
        {
            ResourceType = KnownResourceTypes.Parameter,
            State = KnownResourceStates.Waiting,
            Properties =
            [
                new ResourcePropertySnapshot("parameter.secret", parameter.Secret.ToString()),
                new ResourcePropertySnapshot(CustomResourceKnownProperties.Source, parameter.ConfigurationKey),
            ],
        });

    /// <summary>A parameter that takes its value from configuration, else from its default.</summary>
    public static ParameterResource Configured(IDistributedApplicationBuilder builder, string name, string key, bool secret)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ParameterResource(name, byDefault => Find(builder, key) ?? byDefault?.GetDefaultValue() ?? throw Missing(builder, "Parameter", name, key), secret)
        {
            ConfigurationKey = key,
        };
    }

    /// <summary>A default whose value is kept for the next run. Publishing makes no values, hence keeps none.</summary>
    public static ParameterDefault Persisted(IDistributedApplicationBuilder builder, string key, ParameterDefault value)
    {
        if (!builder.ExecutionContext.IsRunMode)
            return value;

        var store = new UserSecretsStore(builder.AppHostAssembly);
        return store.IsAvailable ? new UserSecretsParameterDefault(store, key, value) : value;
    }

    /// <summary>The exception that says how to give a missing value.</summary>
    public static MissingParameterValueException Missing(IDistributedApplicationBuilder builder, string kind, string name, string key)
    {
        var project = (builder as DistributedApplicationBuilder)?.AppHostPath ?? builder.AppHostDirectory;
        return new MissingParameterValueException(
            $"{kind} '{name}' has no value: configuration key '{key}' is not set. "
            + $"Start with '--{key}=<value>', or keep it: dotnet user-secrets set \"{key}\" \"<value>\" --project \"{project}\".");
    }

    // Shells do not take a hyphen in a variable: Parameters__demo_password stands for Parameters:demo-password.
    private static string? Find(IDistributedApplicationBuilder builder, string key) =>
        NullIfEmpty(builder.Configuration[key]) ?? (key.Contains('-') ? NullIfEmpty(builder.Configuration[key.Replace('-', '_')]) : null);

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
