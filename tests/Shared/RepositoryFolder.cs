namespace Tmcp.Tests.Shared;

/// <summary>Where the checkout lies that the running test assembly was built from.</summary>
internal static class RepositoryFolder
{
    /// <summary>Full path of the folder that holds <c>Tmcp.sln</c>.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Tmcp.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Tmcp.sln above '{start}': run the tests from a checkout.");
    }
}
