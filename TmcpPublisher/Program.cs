using System.CommandLine;

var root = new RootCommand("Turns TMCP's graph into the Kubernetes manifests that Argo CD syncs.");

return await root.Parse(args).InvokeAsync();
