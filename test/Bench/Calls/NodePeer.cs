using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Calls;

/// <summary>The bridge in test/Bench/peer: JavaScript on AWS's own SDK.</summary>
internal static class NodePeer
{
    private const string Install = "npm ci --prefix test/Bench/peer";

    /// <exception cref="NotReadyException">Node.js or the peer's packages are not installed.</exception>
    public static async Task<(Contender Contender, string Version)> FindAsync(CancellationToken cancellationToken)
    {
        var node =
            FindProgram("node")
            ?? throw new NotReadyException(
                $"Node.js is not on the PATH: install version 20 or newer, then run `{Install}`."
            );
        var folder = Path.Join(Product.Built.Repository, "test", "Bench", "peer");
        if (!Directory.Exists(Path.Join(folder, "node_modules")))
        {
            throw new NotReadyException($"The peer's packages are not installed: run `{Install}`.");
        }

        var (exitCode, said) = await ToolRun.AskAsync(node, ["--version"], cancellationToken);
        return exitCode == 0
            ? (new Contender("Node.js peer", node, [Path.Join(folder, "bridge.js")]), said.Trim())
            : throw new NotReadyException($"`{node} --version` failed: {said}");
    }

    private static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, name))
            .FirstOrDefault(File.Exists);
}
