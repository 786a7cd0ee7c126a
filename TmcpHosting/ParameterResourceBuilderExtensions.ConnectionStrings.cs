using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public static partial class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a connection string that is configured under <c>ConnectionStrings:name</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="environmentVariableName">The variable that carries it to those who refer. Default: <c>ConnectionStrings__name</c>.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder,
        string name,
        string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var key = $"ConnectionStrings:{name}";
        var resource = new ConnectionStringParameterResource(
            name,
            _ => builder.Configuration.GetConnectionString(name) ?? throw ParameterComposition.Missing(builder, "Connection string", name, key),
            environmentVariableName)
        {
            ConfigurationKey = key,
        };
        ParameterComposition.Add<ParameterResource>(builder, resource);
        return builder.CreateResourceBuilder<IResourceWithConnectionString>(resource);
    }
}
