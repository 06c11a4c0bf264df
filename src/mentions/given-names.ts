// Given names that are common across countries: one followed by another capitalised word is likely a person. Our own list.

const NAMES = `
Aaron Abdul Abigail Adam Adrian Ahmed Aidan Akira Alain Alan Albert Alejandro Alex Alexander Alexandr Alexandra Alexis Alfred Ali
Alice Alison Allison Amanda Amir Amit Amy Ana Anders Andre Andrea Andreas Andrei Andrew Andy Angela Anil Anita Ann Anna Anne
Anthony Antonio Arash Arjun Arnaud Arthur Arvind Ashish Ashley Asma Astrid Barbara Barry Beatrice Ben Benjamin Bernard Beth Bill
Björn Bob Boris Brad Brandon Brian Bruce Bruno Carl Carla Carlos Carmen Carol Caroline Catherine Cecilia Chad Charles Charlie
Charlotte Chen Chloe Chris Christian Christina Christine Christophe Christopher Claire Clara Claudia Clement Colin Connor Craig
Cristiano Cynthia Dan Daniel Daniela Dario Darren David Dawn Dean Deborah Demis Denis Dennis Derek Diana Diane Diego Dieter Dirk
Dmitri Dmitry Don Donald Doris Dorothy Doug Douglas Duncan Dylan Eddie Edgar Eduardo Edward Eileen Elaine Eleanor Elena Elizabeth
Ella Ellen Elon Emil Emily Emma Emmanuel Enrico Eric Erik Erika Ernest Esther Ethan Eugene Eva Evan Evelyn Fabian Fatima Federico
Felix Fernando Fiona Florian Frances Francesca Francesco Francis Francois Frank Franz Fred Frederick Friedrich Gabriel Gary Gavin
Geoff Geoffrey George Georgia Gerald Gerard Giorgia Giovanni Giulia Giuseppe Glenn Gloria Gonzalo Gordon Grace Graham Greg Gregory
Guido Guillaume Guillermo Gustav Guy Hannah Hans Harold Harry Hassan Heather Hector Heidi Helen Helena Henri Henrik Henry Herbert
Hiroshi Holly Howard Hugh Hugo Ian Ibrahim Ilya Ingrid Inès Irene Iris Isaac Isabel Isabella Ivan Jack Jackie Jacob Jacques Jake
James Jamie Jan Jane Janet Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome Jessica Jill Jim Joan Joanna Joe
Joel Johan Johannes John Jon Jonas Jonathan Jorge Jose Josef Joseph Josh Joshua Juan Judith Julia Julian Julie Julien Justin
Jürgen Kai Karen Karim Karl Kate Katherine Kathleen Katie Katrin Keir Keith Kelly Ken Kenneth Kevin Kim Klaus Kristin Kumar Kurt
Lars Laura Lauren Laurent Leo Leon Leonard Leonardo Leslie Liam Linda Lisa Liz Lorenzo Louis Louise Luc Luca Lucas Lucia Lucy Luis
Lukas Luke Lydia Magnus Manuel Marc Marcel Marco Marcus Margaret Margrethe Maria Marie Marina Mario Mark Markus Martha Martin Mary
Masayoshi Mateo Matt Matthew Matthias Maurice Max Maya Megan Mehdi Melanie Melissa Michael Michel Michelle Miguel Mike Mikhail
Mira Miriam Mohamed Mohammad Mohammed Monica Morgan Mustafa Nadia Nancy Narendra Natalie Natasha Nathan Neil Nicholas Nick Nicola
Nicolas Nicole Nikolai Nina Noah Noam Nora Norman Oleg Oliver Olivia Olivier Omar Oscar Otto Pablo Pamela Paolo Pascal Patricia
Patrick Paul Paula Pavel Pedro Penny Per Peter Phil Philip Philippe Pierre Rachel Rafael Raj Rajesh Ralph Ramon Raphael Raul Ravi
Raymond Rebecca Reid Rene Ricardo Richard Rick Rishi Rob Robert Roberto Robin Rodrigo Roger Roland Roman Ron Ronald Rosa Rose Ross
Roy Ruth Ryan Sam Samantha Samuel Sandra Sanjay Sara Sarah Sasha Satya Scott Sean Sebastian Sergei Sergey Sergio Shane Shannon
Sharon Shawn Sheila Shinzo Simon Simone Sofia Sonia Sophia Sophie Stefan Stefano Stella Stephan Stephanie Stephen Steve Steven
Stuart Sundar Sunil Susan Susanne Sven Sylvia Takeshi Tania Tara Ted Teresa Terry Theo Theresa Thierry Thomas Tim Timothy Tina
Tobias Todd Tom Tomas Tony Tracy Uma Ursula Vadim Valentina Valerie Vanessa Vera Veronica Victor Victoria Viktor Vincent Virginia
Vladimir Walter Wang Warren Wayne Wei Wendy Werner Wilhelm Will William Wolfgang Xavier Yann Yasmin Yoshua Yuki Yuri Yves Yvonne
Zachary Zoe
`;

/** Common given names, as written. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
