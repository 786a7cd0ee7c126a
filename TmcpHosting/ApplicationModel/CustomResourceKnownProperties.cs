namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names of properties that the dashboard shows specially.</summary>
public static class CustomResourceKnownProperties
{
    /// <summary>Where the resource comes from: a path, an image, a configuration key.</summary>
    public static string Source => KnownProperties.Resource.Source;

    /// <summary>The connection string.</summary>
    public static string ConnectionString => KnownProperties.Resource.ConnectionString;
}
