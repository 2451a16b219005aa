namespace Amazon.Connect.Model;

/// <summary>What is wrong with a flow's content.</summary>
public partial class ProblemDetail
{
    public string Message { get; set; }
}
