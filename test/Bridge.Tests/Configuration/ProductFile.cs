using System.Runtime.CompilerServices;

namespace SonicBridge.Bridge.Tests.Configuration;

/// <summary>Files that are deployed beside the code.</summary>
internal static class ProductFile
{
    public static string Read(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../bridge", name));
}
