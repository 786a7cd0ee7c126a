namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the application: a project, a container, an executable, a parameter and so on. Data only.</summary>
public interface IResource
{
    /// <summary>The unique name. Compared without regard to case.</summary>
    string Name { get; }

    /// <summary>The facts known about the resource. Thread-safe.</summary>
    ResourceAnnotationCollection Annotations { get; }
}
