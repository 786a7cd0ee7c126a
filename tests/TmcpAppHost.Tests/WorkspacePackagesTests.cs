using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tmcp.AppHost.Web;
using Tmcp.Tests.Shared;

namespace Tmcp.AppHost.Tests;

public sealed class WorkspacePackagesTests : IDisposable
{
    private readonly string _folder = OwnedFolder.Create("tmcp-packages-");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Nothing_to_install_keeps_no_front_end_waiting()
    {
        var (hub, blog, packages) = AddFrontEnds(wanted: "5.18.2", installed: "5.18.2");

        Assert.True(packages.HasAnnotationOfType<ExplicitStartupAnnotation>());
        Assert.All<IResource>([hub, blog], frontEnd => Assert.Empty(frontEnd.Annotations.OfType<WaitAnnotation>()));
    }

    [Fact]
    public void Every_front_end_waits_for_the_one_install_when_a_package_differs()
    {
        var (hub, blog, packages) = AddFrontEnds(wanted: "5.18.2", installed: "5.18.1");

        Assert.False(packages.HasAnnotationOfType<ExplicitStartupAnnotation>());
        Assert.All<IResource>([hub, blog], frontEnd =>
        {
            var wait = Assert.Single(frontEnd.Annotations.OfType<WaitAnnotation>());
            Assert.Equal((packages, WaitType.WaitForCompletion, 0), (wait.Resource, wait.WaitType, wait.ExitCode));
        });
        Assert.Equal("npm install: node_modules/astro was not as package-lock.json says", packages.Annotations.OfType<BackingAnnotation>().Single().Text);
    }

    // The only resources: an installer for each application would be a third and a fourth.
    private (IResource Hub, IResource Blog, IResource Packages) AddFrontEnds(string wanted, string installed)
    {
        WriteLock("package-lock.json", wanted);
        WriteLock("node_modules/.package-lock.json", installed);
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            ProjectDirectory = Path.Combine(_folder, "AppHost"),
            DisableDashboard = true,
        });
        builder.AddViteApp("hub", "../web/hub").WithWorkspacePackages();
        builder.AddViteApp("blog", "../web/blog").WithWorkspacePackages();
        return (Single("hub"), Single("blog"), Assert.Single(builder.Resources, resource => resource.Name is not ("hub" or "blog")));

        IResource Single(string name) => builder.Resources.Single(resource => resource.Name == name);
    }

    private void WriteLock(string file, string version)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $$"""{ "lockfileVersion": 3, "packages": { "node_modules/astro": { "version": "{{version}}" } } }""");
    }
}
