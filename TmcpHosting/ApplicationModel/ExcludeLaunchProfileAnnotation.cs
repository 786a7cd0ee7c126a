namespace Aspire.Hosting.ApplicationModel;

/// <summary>The project takes no launch profile.</summary>
public sealed class ExcludeLaunchProfileAnnotation : IResourceAnnotation;
