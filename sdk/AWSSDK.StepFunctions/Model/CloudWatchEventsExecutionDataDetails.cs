namespace Amazon.StepFunctions.Model;

/// <summary>Whether the data is in the answer.</summary>
public partial class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }
}
