using System.IO.Compression;
using System.Security.Cryptography;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>Images in place of official ones, made on this machine from a Debian root file system, its own .NET and what is built here.</summary>
internal static class StandIns
{
    /// <summary>Tag of every stand-in that shares its name with an official image.</summary>
    public const string Tag = "tmcp-test";

    /// <summary>Ollama's: the emulator, with no model installed.</summary>
    public const string Ollama = "tmcp-test/ollama";

    /// <summary>Elasticsearch's: the emulator, with its data in the container.</summary>
    public const string Elasticsearch = "tmcp-test/elasticsearch";

    /// <summary>What <c>pocketbase/Dockerfile</c> is built to.</summary>
    public const string PocketBase = "tmcp-test/pocketbase";

    // The Dockerfile downloads PocketBase's release; here 'wget' finds it in a folder.
    private const string Wget = """
        #!/bin/sh
        for last; do :; done
        case "$last" in
          https://github.com/pocketbase/*) exec cp "/releases/${last##*/}" . ;;
          *) exec busybox wget "$@" ;;
        esac
        """;

    /// <summary><c>alpine:tmcp-test</c>, in which the release of PocketBase can be downloaded.</summary>
    public static async Task MakeAlpineAsync()
    {
        var pocketbase = await PocketBaseBinary.GetAsync();
        DockerEngine.Build(
            $"alpine:{Tag}",
            $"FROM {DockerEngine.BaseImage}\nCOPY releases /releases\nCOPY wget /usr/local/bin/wget\nRUN chmod 755 /usr/local/bin/wget && ln -s /usr/bin/busybox /usr/local/bin/unzip\n",
            folder =>
            {
                var releases = Directory.CreateDirectory(Path.Combine(folder, "releases")).FullName;
                var archive = Path.Combine(releases, "pocketbase_0.39.1_linux_amd64.zip");
                using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
                    zip.CreateEntryFromFile(pocketbase, "pocketbase", CompressionLevel.Fastest);
                var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
                File.WriteAllText(Path.Combine(releases, "checksums.txt"), $"{hash}  {Path.GetFileName(archive)}\n");
                File.WriteAllText(Path.Combine(folder, "wget"), Wget.ReplaceLineEndings("\n"));
            });
    }

    /// <summary>.NET's images under their own names with our tag; the SDK has the packages that the services need.</summary>
    public static void MakeDotnet()
    {
        var packages = SdkPackages.Of("TmcpBridge", "TmcpAgent", "TmcpAiOps", "TmcpTools");
        DockerEngine.MakeDotnet("runtime");
        if (DockerEngine.FindLabel("tmcp-test/sdk:10.0", "tmcp-test-key") != packages.Key)
        {
            using var folder = new TemporaryFolder();
            packages.CopyTo(folder.Path);
            DockerEngine.MakeDotnet("sdk", folder.Path, packages.Key);
        }

        DockerEngine.Run("tag", "tmcp-test/aspnet:10.0", $"mcr.microsoft.com/dotnet/aspnet:{Tag}");
        DockerEngine.Run("tag", "tmcp-test/aspnet:10.0", $"mcr.microsoft.com/dotnet/runtime:{Tag}");
        DockerEngine.Run("tag", "tmcp-test/sdk:10.0", $"mcr.microsoft.com/dotnet/sdk:{Tag}");
    }

    /// <summary>The emulator of Ollama on the stand-in of .NET's runtime.</summary>
    public static void MakeOllama() => MakeEmulator(Ollama, """["ollama", "--urls", "http://0.0.0.0:11434"]""", """["--models", "none"]""");

    /// <summary>The emulator of Elasticsearch on the same.</summary>
    public static void MakeElasticsearch() => MakeEmulator(Elasticsearch, """["elasticsearch", "--urls", "http://0.0.0.0:9200", "--data", "/tmp/data"]""", "[]");

    private static void MakeEmulator(string image, string command, string arguments)
    {
        DockerEngine.MakeDotnet("runtime");
        DockerEngine.Build(
            image,
            $"FROM tmcp-test/aspnet:10.0\nCOPY app /app\nENTRYPOINT [\"dotnet\", \"/app/TmcpEmulators.dll\", {command[1..]}\nCMD {arguments}\n",
            folder => Folders.Copy(Path.Combine(RepositoryFolder.Path, "artifacts", "bin", "TmcpEmulators", new DirectoryInfo(AppContext.BaseDirectory).Name), Path.Combine(folder, "app")));
    }
}
