using Aspire.Hosting.Orchestration.Execution.Containers;

namespace TmcpHosting.Tests.Containers;

public sealed class ImageProblemTests
{
    [Theory]
    [InlineData(
        "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host",
        "docker answers but reaches no registry (Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host). Check the network")]
    [InlineData(
        "#2 ERROR: failed to do request: Head \"https://registry-1.docker.io/v2/library/alpine/manifests/3\": dial tcp 10.0.0.1:443: i/o timeout",
        "docker answers but reaches no registry")]
    [InlineData(
        "Using default tag: latest\nError response from daemon: pull access denied for no/such, repository does not exist or may require 'docker login'",
        "the registry has no 'no/such:1' or does not show it")]
    [InlineData("Error response from daemon: manifest for redis:99 not found: manifest unknown: manifest unknown", "Correct name and tag")]
    [InlineData("write /var/lib/docker/tmp/x: no space left on device", "the disk of docker is full")]
    [InlineData("unknown flag: --secret\nSee 'docker build --help'.", "Install the plug-in 'docker-buildx'")]
    [InlineData("Step 2/2 : RUN exit 9\nThe command '/bin/sh -c exit 9' returned a non-zero code: 9", "The command '/bin/sh -c exit 9' returned a non-zero code: 9 The whole output")]
    [InlineData("Step 2/2\ncurl: (7) Failed to connect to 10.0.0.9 port 80: Connection refused", "curl: (7) Failed to connect to 10.0.0.9 port 80: Connection refused The whole output")]
    [InlineData("", "the runtime gave no reason")]
    public void Reason_of_the_runtime_becomes_advice(string output, string explanation) =>
        Assert.Contains(explanation, ImageProblem.Explain("docker", "no/such:1", output), StringComparison.Ordinal);

    [Fact]
    public void Long_reason_is_cut() => Assert.InRange(ImageProblem.Reason("error " + new string('x', 10_000)).Length, 100, 301);
}
