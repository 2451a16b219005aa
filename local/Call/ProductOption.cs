using System.CommandLine;

namespace SonicBridge.Local.Call;

/// <summary><c>--product folder</c>: the product as it is deployed, in place of what was built together with this program.</summary>
internal static class ProductOption
{
    public static Option<string?> Create() =>
        new("--product")
        {
            Description =
                "A folder with the product compiled ahead of time, as it is deployed: 'dotnet publish src/Steps -c Release -o <folder>', and 'bridge' likewise. Without it, the product is what was built together with this program.",
        };

    /// <exception cref="FileNotFoundException">A program is not there; the message says how it comes there.</exception>
    public static Product Read(string? folder) => folder is null ? Product.Built : Product.PublishedIn(folder);
}
