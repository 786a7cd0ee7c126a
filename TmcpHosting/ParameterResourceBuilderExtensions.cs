using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;

namespace Aspire.Hosting;

/// <summary>Adds and refines parameters.</summary>
public static partial class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter whose value is configured under <c>Parameters:name</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <returns>The parameter.</returns>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ParameterComposition.Add(builder, CreateParameter(builder, name, secret));
    }

    /// <summary>Adds a parameter with a fixed value, which configuration does not override.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <param name="publishValueAsDefault">Whether a manifest gets the value as default.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">A secret would be written into a manifest.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        string value,
        bool publishValueAsDefault = false,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder.AddParameter(name, () => value, publishValueAsDefault, secret);
    }

    /// <summary>Adds a parameter whose value code makes, and configuration does not override.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="valueGetter">Makes the value; called once.</param>
    /// <param name="publishValueAsDefault">Whether a manifest gets the value as default.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">A secret would be written into a manifest.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        Func<string> valueGetter,
        bool publishValueAsDefault = false,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(valueGetter);
        if (publishValueAsDefault && secret)
            throw new ArgumentException($"The secret parameter '{name}' cannot have its value written into a manifest. Drop one of the two.", nameof(secret));

        var parameter = new ParameterResource(name, _ => valueGetter(), secret);
        if (publishValueAsDefault)
            parameter.Default = new ConstantParameterDefault(valueGetter);
        return ParameterComposition.Add(builder, parameter);
    }

    /// <summary>Adds a parameter with a default.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Makes the value when none is configured.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <param name="persist">Whether the value made is kept in the AppHost's user secrets for the next run.</param>
    /// <returns>The parameter.</returns>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        ParameterDefault value,
        bool secret = false,
        bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(value);
        var parameter = CreateParameter(builder, name, secret);
        parameter.Default = persist ? ParameterComposition.Persisted(builder, parameter.ConfigurationKey, value) : value;
        return ParameterComposition.Add(builder, parameter);
    }

    /// <summary>Adds a parameter whose value is configured under a given key.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="configurationKey">The key.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <returns>The parameter.</returns>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder,
        string name,
        string configurationKey,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(configurationKey);
        return ParameterComposition.Add(builder, ParameterComposition.Configured(builder, name, configurationKey, secret));
    }

    /// <summary>Describes the parameter to whoever has to give its value.</summary>
    /// <param name="builder">The parameter.</param>
    /// <param name="description">A sentence.</param>
    /// <param name="enableMarkdown">Whether it is Markdown.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<ParameterResource> WithDescription(
        this IResourceBuilder<ParameterResource> builder,
        string description,
        bool enableMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Description = description ?? throw new ArgumentNullException(nameof(description));
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }

    /// <summary>Creates a parameter without adding it.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <returns>The parameter.</returns>
    public static ParameterResource CreateParameter(IDistributedApplicationBuilder builder, string name, bool secret)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ParameterComposition.Configured(builder, name, $"Parameters:{name}", secret);
    }

    /// <summary>Creates a secret parameter with a generated value of 22 characters, kept in the user secrets. It is not added.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="lower">Whether it has lower-case letters.</param>
    /// <param name="upper">Whether it has upper-case letters.</param>
    /// <param name="numeric">Whether it has digits.</param>
    /// <param name="special">Whether it has special characters.</param>
    /// <param name="minLower">The least number of lower-case letters.</param>
    /// <param name="minUpper">The least number of upper-case letters.</param>
    /// <param name="minNumeric">The least number of digits.</param>
    /// <param name="minSpecial">The least number of special characters.</param>
    /// <returns>The parameter.</returns>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool lower = true,
        bool upper = true,
        bool numeric = true,
        bool special = true,
        int minLower = 0,
        int minUpper = 0,
        int minNumeric = 0,
        int minSpecial = 0) => CreateGeneratedParameter(builder, name, secret: true, new GenerateParameterDefault
        {
            MinLength = GenerateParameterDefault.PasswordLength,
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        });

    /// <summary>Creates a parameter with a generated value, kept in the user secrets. It is not added.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    /// <param name="parameterDefault">How the value is generated.</param>
    /// <returns>The parameter.</returns>
    public static ParameterResource CreateGeneratedParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool secret,
        GenerateParameterDefault parameterDefault)
    {
        var parameter = CreateParameter(builder, name, secret);
        parameter.Default = ParameterComposition.Persisted(builder, parameter.ConfigurationKey, parameterDefault);
        return parameter;
    }
}
