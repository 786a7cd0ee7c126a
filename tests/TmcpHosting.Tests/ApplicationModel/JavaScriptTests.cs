using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class JavaScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string AppDirectory => Path.Combine(_folder.Path, "web", "hub");

    private string ViteScript => Path.Combine(_folder.Path, "node_modules", "vite", "bin", "vite.js");

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task A_plain_script_starts_its_own_program()
    {
        var builder = Create("\"dev\": \"vite --host\"");
        InstallVite();
        var hub = builder.AddViteApp("hub", AppDirectory).Allocate();

        var arguments = await builder.ArgumentsAsync(hub.Resource);

        Assert.Equal("node", hub.Resource.Command);
        Assert.Equal([ViteScript, "--host", "--port", "<port of http>"], arguments);
    }

    [Theory]
    [InlineData("\"dev\": \"vite\"")] // not installed
    [InlineData("\"dev\": \"tsc && vite\"")]
    [InlineData("\"dev\": \"MODE=x vite\"")]
    [InlineData("\"dev\": \"vite\", \"predev\": \"tsc\"")]
    [InlineData("\"other\": \"vite\"")]
    public async Task Everything_else_goes_through_npm(string scripts)
    {
        var builder = Create(scripts);
        if (!scripts.EndsWith("\"dev\": \"vite\"", StringComparison.Ordinal))
            InstallVite();
        var hub = builder.AddViteApp("hub", AppDirectory).Allocate();

        var arguments = await builder.ArgumentsAsync(hub.Resource);

        Assert.Equal("npm", hub.Resource.Command);
        Assert.Equal(["run", "dev", "--", "--port", "<port of http>"], arguments);
    }

    [UnixFact]
    public async Task Packages_installed_meanwhile_are_found_at_the_next_start()
    {
        var builder = Create("\"dev\": \"vite\"");
        var hub = builder.AddJavaScriptApp("hub", AppDirectory);
        await using var application = builder.Build();
        var evaluator = new ResourceConfigurationEvaluator(builder.ExecutionContext);

        async Task<string> StartAsync()
        {
            await evaluator.EvaluateAsync(hub.Resource, null, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, default);
            return hub.Resource.Command;
        }

        var before = await StartAsync();
        InstallVite();

        Assert.Equal(("npm", "node"), (before, await StartAsync()));
    }

    [Fact]
    public async Task A_node_script_is_started_as_it_is()
    {
        var builder = Create("\"start\": \"node ./dist/server/entry.mjs --flag\"");
        var blog = builder.AddJavaScriptApp("blog", AppDirectory, "start").WithHttpEndpoint(env: "PORT").Allocate();

        Assert.Equal(["./dist/server/entry.mjs", "--flag"], await builder.ArgumentsAsync(blog.Resource));
        Assert.Equal("node", blog.Resource.Command);
    }

    [UnixFact]
    public async Task Arguments_of_the_script_and_the_model_follow()
    {
        var builder = Create("\"dev\": \"vite\"");
        InstallVite();
        var hub = builder.AddViteApp("hub", AppDirectory).WithRunScript("dev", ["--debug"]).WithViteConfig("other.ts").WithArgs("--strictPort").Allocate();

        Assert.Equal([ViteScript, "--debug", "--port", "<port of http>", "--config", "other.ts", "--strictPort"], await builder.ArgumentsAsync(hub.Resource));
    }

    [Fact]
    public void Only_a_vite_app_has_an_endpoint()
    {
        var builder = Create("\"dev\": \"vite\"");

        Assert.Equal(["http"], builder.AddViteApp("vite", AppDirectory).Resource.GetEndpoints().Select(endpoint => endpoint.EndpointName));
        Assert.Empty(builder.AddJavaScriptApp("script", AppDirectory).Resource.GetEndpoints());
        Assert.Empty(builder.AddNodeApp("node", AppDirectory, "index.js").Resource.GetEndpoints());
    }

    [Theory]
    [InlineData("Development", "development")]
    [InlineData("Production", "production")]
    public async Task The_environment_is_told(string environment, string expected)
    {
        var builder = Create("\"dev\": \"vite\"", $"--environment={environment}");
        var hub = builder.AddViteApp("hub", AppDirectory).Allocate(4000);

        var variables = await builder.VariablesAsync(hub.Resource);

        Assert.Equal((expected, "<port of http>"), (variables["NODE_ENV"], variables["PORT"]));
    }

    [Fact]
    public async Task Packages_are_installed_before_the_start()
    {
        var builder = Create("\"dev\": \"vite\"");
        var hub = builder.AddViteApp("hub", AppDirectory);

        var installer = Assert.IsType<JavaScriptInstallerResource>(builder.CreateResourceBuilder<ExecutableResource>("hub-installer").Resource);

        Assert.Equal([(installer, WaitType.WaitForCompletion)], hub.Resource.Annotations.OfType<WaitAnnotation>().Select(wait => ((JavaScriptInstallerResource)wait.Resource, wait.WaitType)));
        Assert.Equal(("npm", true), (installer.Command, installer.IsExcludedFromPublish()));
        Assert.Equal(["install"], await builder.ArgumentsAsync(installer));
    }

    [Fact]
    public async Task The_last_package_manager_counts()
    {
        var builder = Create("\"dev\": \"vite\"");
        var hub = builder.AddViteApp("hub", AppDirectory).WithPnpm(installArgs: ["--offline"]).Allocate();
        var installer = builder.CreateResourceBuilder<ExecutableResource>("hub-installer").Resource;

        Assert.Single(hub.Resource.Annotations.OfType<WaitAnnotation>());
        Assert.Equal(["run", "dev", "--port", "<port of http>"], await builder.ArgumentsAsync(hub.Resource));
        Assert.Equal(("pnpm", "pnpm"), (hub.Resource.Command, installer.Command));
    }

    [Fact]
    public void Without_install_nothing_waits_and_the_installer_is_started_by_hand()
    {
        var builder = Create("\"dev\": \"vite\"");
        var hub = builder.AddViteApp("hub", AppDirectory).WithNpm(install: false);

        Assert.Empty(hub.Resource.Annotations.OfType<WaitAnnotation>());
        Assert.DoesNotContain(hub.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), relation => relation.Type == "WaitFor");
        Assert.True(builder.CreateResourceBuilder<ExecutableResource>("hub-installer").Resource.HasAnnotationOfType<ExplicitStartupAnnotation>());
    }

    [Fact]
    public async Task A_node_app_runs_its_file_and_installs_only_with_a_package()
    {
        var builder = TestApplication.CreateIn(_folder.Path);
        var plain = builder.AddNodeApp("plain", ".", "index.js");
        Assert.False(builder.Resources.TryGetByName("plain-installer", out _));

        Assert.Equal("node", plain.Resource.Command);
        Assert.Equal(["index.js"], await builder.ArgumentsAsync(plain.Resource));
    }

    [Fact]
    public void A_manifest_has_a_container_and_no_installer()
    {
        var builder = Create("\"dev\": \"vite\"", "--operation=publish");
        builder.AddViteApp("hub", AppDirectory);

        var hub = Assert.IsAssignableFrom<ContainerResource>(Assert.Single(builder.Resources));

        Assert.Equal(AppDirectory, hub.Annotations.OfType<DockerfileBuildAnnotation>().Single().ContextPath);
    }

    private DistributedApplicationBuilder Create(string scripts, params string[] args)
    {
        Directory.CreateDirectory(AppDirectory);
        File.WriteAllText(Path.Combine(AppDirectory, "package.json"), $"{{ \"scripts\": {{ {scripts} }} }}");
        return TestApplication.CreateIn(_folder.Path, args);
    }

    // As npm workspaces do: the package and the link to its program lie at the root.
    private void InstallVite()
    {
        var bin = Path.Combine(_folder.Path, "node_modules", ".bin");
        Directory.CreateDirectory(bin);
        Directory.CreateDirectory(Path.GetDirectoryName(ViteScript)!);
        File.WriteAllText(ViteScript, "#!/usr/bin/env node\nconsole.log('vite')\n");
        File.CreateSymbolicLink(Path.Combine(bin, "vite"), "../vite/bin/vite.js");
    }
}
