namespace Amazon.StepFunctions.Model;

/// <summary>What a task answered.</summary>
public partial class TaskSucceededEventDetails
{
    public string Output { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }
}
