namespace Aspire.Hosting.ApplicationModel;

/// <summary>A fact attached to a resource, read by reconcilers and publishers.</summary>
public interface IResourceAnnotation;
