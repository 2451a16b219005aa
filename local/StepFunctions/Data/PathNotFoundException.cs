namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>A path leads nowhere in the data at hand. Which error of the language that is depends on the field it stands in.</summary>
public sealed class PathNotFoundException(string path) : Exception($"The path '{path}' leads nowhere.")
{
    public string Path => path;
}
