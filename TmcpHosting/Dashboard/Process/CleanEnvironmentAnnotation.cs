using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Process;

/// <summary>
/// The process gets the variables that its resource names and no others (dcp: <c>DoNotInherit</c>). For programs that would
/// take settings of the AppHost, or of a container image it runs in, for their own.
/// </summary>
internal sealed class CleanEnvironmentAnnotation : IResourceAnnotation;
