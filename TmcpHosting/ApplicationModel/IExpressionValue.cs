namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value both in a running application and in a manifest.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
