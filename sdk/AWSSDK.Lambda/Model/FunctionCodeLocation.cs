namespace Amazon.Lambda.Model;

/// <summary>Where a function's code can be fetched.</summary>
public partial class FunctionCodeLocation
{
    public string ImageUri { get; set; }

    public string Location { get; set; }

    public string RepositoryType { get; set; }

    public string ResolvedImageUri { get; set; }

    public string SourceKMSKeyArn { get; set; }
}
