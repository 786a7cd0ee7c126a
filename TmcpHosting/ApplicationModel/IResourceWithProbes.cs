using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that can carry start-up, readiness and liveness probes.</summary>
[Experimental("ASPIREPROBES001")]
public interface IResourceWithProbes : IResource;
