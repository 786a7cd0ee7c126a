namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that stands in a manifest as an expression such as <c>{name.value}</c>.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The expression.</summary>
    string ValueExpression { get; }
}
