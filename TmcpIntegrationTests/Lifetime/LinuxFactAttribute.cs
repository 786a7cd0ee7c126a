namespace Tmcp.IntegrationTests;

/// <summary>A test that reads <c>/proc</c>, the only place where leftovers of a whole process tree can be seen.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    /// <summary>Skips elsewhere.</summary>
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Reads /proc, which only Linux has.";
    }
}
